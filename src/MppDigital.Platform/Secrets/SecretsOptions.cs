namespace MppDigital.Platform.Secrets;

/// <summary>Section <c>Secrets</c>.</summary>
public sealed class SecretsOptions
{
    /// <summary>32 bytes as base64; several, oldest first, while a rotation is under way. Empty: the files of <c>&lt;data&gt;/keys</c>.</summary>
    public string MasterKey { get; set; } = "";
}
