package lang

var esDates = Dates{}
