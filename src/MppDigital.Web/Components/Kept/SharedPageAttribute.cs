namespace MppDigital.Web.Components.Kept;

/// <summary>Marks a page that looks the same to every stranger: no form, no name, nothing of whoever asks. It may be kept for some seconds.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SharedPageAttribute : Attribute;
