"""What leaves the library: files of a build, exports. Shells over the library: ask and print."""
