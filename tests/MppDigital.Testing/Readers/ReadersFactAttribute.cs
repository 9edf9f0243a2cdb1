using Xunit;

namespace MppDigital.Testing.Readers;

/// <summary>Runs where poppler-utils and zbar-tools are installed, and says so where not; the test script installs them.</summary>
public sealed class ReadersFactAttribute : FactAttribute
{
    public ReadersFactAttribute() => Skip = ReadersOnThisMachine.Missing;
}

public sealed class ReadersTheoryAttribute : TheoryAttribute
{
    public ReadersTheoryAttribute() => Skip = ReadersOnThisMachine.Missing;
}

public static class ReadersOnThisMachine
{
    public static string? Missing { get; } = Array.Find(["pdftotext", "pdfinfo", "pdftoppm", "pdfsig", "zbarimg"], program => !IsInstalled(program)) is { } program
        ? $"{program} is not installed (poppler-utils, zbar-tools)."
        : null;

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
