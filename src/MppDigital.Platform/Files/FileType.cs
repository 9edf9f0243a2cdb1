namespace MppDigital.Platform.Files;

/// <summary>What a citizen or officer may hand in, decided by the content and never by the name.</summary>
public enum FileType
{
    Jpeg,
    Png,
    Pdf,
}

public static class FileTypes
{
    public static string MediaType(this FileType type) => type switch
    {
        FileType.Jpeg => "image/jpeg",
        FileType.Png => "image/png",
        _ => "application/pdf",
    };

    /// <summary>With its dot.</summary>
    public static string Extension(this FileType type) => type switch
    {
        FileType.Jpeg => ".jpg",
        FileType.Png => ".png",
        _ => ".pdf",
    };
}
