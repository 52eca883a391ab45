package lang

var dePeople = People{}
