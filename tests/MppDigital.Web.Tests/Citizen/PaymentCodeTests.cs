using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MppDigital.Testing;
using MppDigital.Testing.Readers;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Tests.Citizen;

/// <summary>The picture of a payment code, read back as a payer's phone would.</summary>
public sealed partial class PaymentCodeTests
{
    private const int Scale = 4;

    [ReadersFact]
    public async Task The_picture_says_the_payload_and_nothing_else()
    {
        const string Payload = "00020101021251440014ID.CO.QRIS.WWW0215ID00000000013750303PSO5204939953033605405300005802ID5910CONTOH MPP6006CONTOH622401201375ABCDEFGHJKMNPQRS6304CD02";
        using var folder = new TempDirectory();
        var picture = Path.Combine(folder.Path, "qris.pgm");
        await File.WriteAllBytesAsync(picture, Drawn(Encoding.UTF8.GetString(Convert.FromBase64String(QrImage.Of(Payload).Split(',')[1]))));

        Assert.Equal(Payload, await ReadAsync(picture));
    }

    /// <summary>Draws what the page's SVG draws: one square for each dark module.</summary>
    private static byte[] Drawn(string svg)
    {
        var size = int.Parse(Size().Match(svg).Groups[1].Value, CultureInfo.InvariantCulture) * Scale;
        var grey = new byte[size * size];
        Array.Fill(grey, (byte)255);
        foreach (Match module in Module().Matches(svg))
        {
            var (x, y) = (int.Parse(module.Groups[1].Value, CultureInfo.InvariantCulture) * Scale, int.Parse(module.Groups[2].Value, CultureInfo.InvariantCulture) * Scale);
            for (var row = y; row < y + Scale; row++) Array.Clear(grey, (row * size) + x, Scale);
        }

        return [.. Encoding.ASCII.GetBytes($"P5 {size} {size} 255\n"), .. grey];
    }

    private static async Task<string> ReadAsync(string picture)
    {
        using var reader = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--nodbus", "--raw", picture]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        return text.TrimEnd('\n');
    }

    [GeneratedRegex("viewBox=\"0 0 ([0-9]+) ")]
    private static partial Regex Size();

    [GeneratedRegex("M([0-9]+) ([0-9]+)h1v1h-1z")]
    private static partial Regex Module();
}
