using System.Text;

namespace MppDigital.National.Seeding;

internal static class SeedText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Read(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path)) throw new SeedException(file, 0, "-", "the file to exist");
        try
        {
            return File.ReadAllText(path, Strict);
        }
        catch (DecoderFallbackException e)
        {
            throw new SeedException(file, 1, "-", "UTF-8 text", e);
        }
    }
}
