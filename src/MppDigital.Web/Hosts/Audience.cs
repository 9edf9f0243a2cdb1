namespace MppDigital.Web.Hosts;

/// <summary>For whom a host is. Every request belongs to exactly one before anything else looks at it.</summary>
public enum Audience
{
    /// <summary>The apex: find a regency, verify a document.</summary>
    Portal,
    Login,
    Ministry,
    Regency,
}
