using System.Diagnostics;
using System.Text.Json;

namespace MppDigital.Web.Tests.OpenIdClient;

/// <summary>The suite in <c>tests/OpenIdClient</c>, which speaks to the login through the certified library <c>openid-client</c>.</summary>
internal static class OpenIdClientCases
{
    public static string Folder { get; } = Path.Combine(RepositoryRoot(), "tests", "OpenIdClient");

    /// <summary>Null when the suite can run here.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Each flow and each refused request by name, as the suite itself lists them.</summary>
    public static IReadOnlyList<string> Names { get; } = ReadNames();

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("run.mjs");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static List<string> ReadNames()
    {
        // A theory needs one case to be skipped with.
        if (Missing is not null) return ["openid-client"];
        using var node = Start("--list");
        node.StandardInput.Close();
        var names = new List<string>();
        while (node.StandardOutput.ReadLine() is { } line) names.Add(JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()!);
        return names;
    }

    private static string? FindMissing()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "openid-client"))) return "npm ci was not run in tests/OpenIdClient.";
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, UseShellExecute = false })!;
            node.WaitForExit();
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node is not installed.";
        }
    }

    private static string RepositoryRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "MppDigital.sln"))) return at.FullName;
        }

        throw new InvalidOperationException("The tests must run inside the repository.");
    }
}

/// <summary>Skipped, with the reason, where Node or its packages are missing; infra/test.sh installs both.</summary>
internal sealed class OpenIdClientTheoryAttribute : TheoryAttribute
{
    public OpenIdClientTheoryAttribute() => Skip = OpenIdClientCases.Missing;
}

/// <inheritdoc cref="OpenIdClientTheoryAttribute"/>
internal sealed class OpenIdClientFactAttribute : FactAttribute
{
    public OpenIdClientFactAttribute() => Skip = OpenIdClientCases.Missing;
}
