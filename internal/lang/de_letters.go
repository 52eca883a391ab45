package lang

var deLetters = Letters{}
