using System.Diagnostics;
using Xunit;

namespace MppDigital.Testing.Readers;

/// <summary>Other people's readers: what they make of our file counts, not what we think we wrote.</summary>
public static class Poppler
{
    /// <param name="raw">In the order in which it was written, so that a value of several lines stays together.</param>
    public static async Task<string> TextOfAsync(string pdf, bool raw = false) => await RunAsync("pdftotext", raw ? "-raw" : "-layout", pdf, "-");

    public static async Task<string> InfoOfAsync(string pdf) => await RunAsync("pdfinfo", pdf);

    public static async Task<string> StructureOfAsync(string pdf) => await RunAsync("pdfinfo", "-struct-text", pdf);

    public static async Task<string> LinksOfAsync(string pdf) => await RunAsync("pdfinfo", "-url", pdf);

    public static async Task<string> MetadataOfAsync(string pdf) => await RunAsync("pdfinfo", "-meta", pdf);

    /// <summary>What it finds of signatures, complaints included: a changed file is what it is asked about.</summary>
    public static async Task<string> SignaturesOfAsync(string pdf)
    {
        using var process = Process.Start(new ProcessStartInfo("pdfsig", [pdf]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return output + await errors;
    }

    /// <summary>Renders a page and reads its QR code as a camera would.</summary>
    public static async Task<string> QrOnAsync(string pdf, int page, int dotsPerInch)
    {
        var picture = Path.ChangeExtension(pdf, null) + $"-{page}-{dotsPerInch}";
        await RunAsync("pdftoppm", "-png", "-r", $"{dotsPerInch}", "-f", $"{page}", "-l", $"{page}", "-singlefile", pdf, picture);
        return (await RunAsync("zbarimg", "--quiet", "--nodbus", "--raw", picture + ".png")).TrimEnd('\n');
    }

    /// <summary>Fails on any complaint: the readers repair a broken file silently on the page, but not on their error output.</summary>
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {errors}");
        Assert.DoesNotContain("Error", errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Warning", errors, StringComparison.OrdinalIgnoreCase);
        return await output;
    }
}
