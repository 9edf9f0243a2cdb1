namespace MppDigital.Web.Components.Pieces;

/// <param name="Id">Of the control, so that the summary can lead to it.</param>
public sealed record FieldError(string Id, string Message);
