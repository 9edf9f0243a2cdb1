namespace MppDigital.Web.Portal;

/// <summary>Names the resource of the portal's texts.</summary>
public sealed class PortalTexts;
