namespace MppDigital.Web.Components;

/// <summary>Names the resource of the texts that layouts and pieces share.</summary>
public sealed class SharedTexts;
