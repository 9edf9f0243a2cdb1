using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

/// <summary>A body whose bytes are what was signed, so it is read as it came.</summary>
internal static class SignedBody
{
    public const int MostBytes = 16 * 1024;

    private static readonly Problem TooLarge = new(ProblemKind.TooLarge, "body-too-large", $"Badan permintaan lebih dari {MostBytes / 1024} KB.") { DetailEn = "The body is too large." };

    public static async Task<Outcome<byte[]>> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > MostBytes) return TooLarge;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
