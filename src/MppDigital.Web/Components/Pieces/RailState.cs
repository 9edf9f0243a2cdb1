namespace MppDigital.Web.Components.Pieces;

public enum RailState
{
    Done,
    Here,
    Next,
}
