package lang

var esLetters = Letters{}
