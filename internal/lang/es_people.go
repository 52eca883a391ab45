package lang

var esPeople = People{}
