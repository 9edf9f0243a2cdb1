namespace MppDigital.Regencies.Applications.Forms;

/// <summary>JSON pointers (RFC 6901) into the request body.</summary>
public static class FormPointer
{
    private const int LongestName = 60;

    public const string Data = "/data";

    public static string Of(string field) => $"{Data}/{Escape(field)}";

    /// <summary>A name made up by a hostile caller is cut: pointers travel back in the answer.</summary>
    internal static string Escape(string name)
    {
        var shown = name.Length <= LongestName ? name : name[..LongestName] + "…";
        return shown.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }
}
