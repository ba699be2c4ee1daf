"""Words that titles have and names do not: they tell "Random Forests" from a person."""

from __future__ import annotations

_TITLE_TEXT = """
open information extraction a an the of for from with without via using on in into by to towards
toward at as is are be or not and how what why when where which can do does beyond between over
under through across neural deep deeply learning learned network networks net nets recurrent
convolutional recursive model models modeling modelling machine machines memory attention
attentive language natural processing image images video videos visual vision speech text texts
word words sentence sentences question answering questions generation generative generating
generator adversarial recognition detection segmentation classification regression translation
captioning caption captions tracking representation representations embedding embeddings feature
features data dataset datasets corpus treebank benchmark survey review overview introduction
tutorial tutorials guide book course lecture lectures notes random forest forests tree trees
decision boosting bagging kernel kernels gradient stochastic optimization optimisation training
trained inference reinforcement supervised unsupervised semi-supervised self-supervised
transfer multi-task end-to-end sequence sequences sequential sequence-to-sequence encoder decoder
encoder-decoder transformer transformers graph graphs bayesian probabilistic variational policy
agents agent robot robotics robotic control system systems algorithm algorithms program programs
programming software library framework toolkit code tools understanding reasoning knowledge
reading comprehension dialog dialogue conversation conversational online efficient fast large
large-scale scale simple new novel improved improving better dynamic hierarchical structured
structure structures temporal spatial spatio-temporal multimodal multi-modal object objects scene
scenes action actions human face pose depth point points cloud optical flow state space time
series long short long-term short-term term gated unit units layer layers prediction predicting
estimation search based approach method methods analysis application applications theory practice
research papers paper arxiv project demo website official implementation university univ tech
polytechnic institute college school department laboratory lab labs inc team group press journal
conference workshop proceedings preprint preprints symposium transactions magazine letters
international ieee acm
part chapter section volume version edition january february march april may june july august
september october november december only once aligning books movies describing exploring bridging
translating ask repository repositories thesis dissertation artificial intelligence
"""
TITLE_WORDS = frozenset(_TITLE_TEXT.split())

_ACRONYM_TEXT = "AI ML RL QA CV DL IR NN VR AR IT UI RNN CNN GAN NLP ASR OCR API"
ACRONYMS = frozenset(_ACRONYM_TEXT.split())
