using System.Text;
using QRCoder;

namespace MppDigital.Web.SignIn;

/// <summary>A QR code as an image inside the page: what it says is a secret and must stand in no address.</summary>
internal static class QrImage
{
    private const int QuietZone = 4;

    /// <returns>An address for <c>img src</c>, of the kind <c>data:</c>.</returns>
    public static string Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var drawn = new StringBuilder();
        // The generator's matrix has a quiet zone of its own; what matters is that one is there.
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x]) drawn.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x + QuietZone} {y + QuietZone}h1v1h-1z");
            }
        }

        var size = modules.Count + (2 * QuietZone);
        var svg = $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path d=\"{drawn}\"/></svg>";
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
    }
}
