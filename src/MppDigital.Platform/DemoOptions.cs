namespace MppDigital.Platform;

/// <summary>Section <c>Demo</c>.</summary>
public sealed class DemoOptions
{
    /// <summary>Invented people and open doors; true in Development unless said otherwise, refused everywhere else.</summary>
    public bool Enabled { get; set; }

    /// <summary>Lets the demo listen on an address that others can reach.</summary>
    public bool AllowRemote { get; set; }
}
