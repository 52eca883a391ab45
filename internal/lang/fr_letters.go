package lang

var frLetters = Letters{}
