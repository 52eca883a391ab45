package lang

var frPeople = People{}
