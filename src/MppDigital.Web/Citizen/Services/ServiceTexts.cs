namespace MppDigital.Web.Citizen.Services;

/// <summary>Names the resource of the texts of a regency's home, list of services and service page.</summary>
public sealed class ServiceTexts;
