using System.Diagnostics;
using System.Text.Json;

namespace MppDigital.Web.Tests.NodeSuites;

/// <summary>A folder of <c>tests</c> whose <c>run.mjs</c> speaks to the running program through packages of npm, and lists its cases by name.</summary>
internal sealed class NodeSuite
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(8);

    private readonly string folder;

    private NodeSuite(string name, string package)
    {
        folder = Path.Combine(RepositoryRoot(), "tests", name);
        Missing = FindMissing(name, package);
        Names = ReadNames(package);
    }

    /// <summary>The national login as a certified client library meets it.</summary>
    public static NodeSuite OpenIdClient { get; } = new("OpenIdClient", "openid-client");

    /// <summary>The national login as a client of a certified provider.</summary>
    public static NodeSuite OidcProvider { get; } = new("OidcProvider", "oidc-provider");

    /// <summary>Null when the suite can run here.</summary>
    public string? Missing { get; }

    /// <summary>Each case by name, as the suite itself lists them.</summary>
    public IReadOnlyList<string> Names { get; }

    public TheoryData<NodeCase> Cases => [.. Names.Select(name => new NodeCase { Name = name })];

    /// <param name="description">Of the server; the suite may know no more.</param>
    /// <param name="answer">What only the operator can do or see.</param>
    /// <returns>What each case said: null where it held.</returns>
    public async Task<NodeResults> RunAsync(object description, Func<JsonElement, Task<object>> answer)
    {
        var said = new Dictionary<string, string?>();
        using var wait = new CancellationTokenSource(LongestRun);
        using var node = Start();
        try
        {
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(description, JsonSerializerOptions.Web));
            while (await node.StandardOutput.ReadLineAsync(wait.Token) is { } line)
            {
                var words = JsonDocument.Parse(line).RootElement;
                if (words.TryGetProperty("ask", out var question)) await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(await answer(question), JsonSerializerOptions.Web));
                else said[words.GetProperty("name").GetString()!] = words.TryGetProperty("error", out var error) ? error.GetString() : null;
            }
        }
        finally
        {
            if (!node.HasExited) node.Kill();
        }

        return new NodeResults(said);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("run.mjs");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private List<string> ReadNames(string package)
    {
        // A theory needs one case to be skipped with.
        if (Missing is not null) return [package];
        using var node = Start("--list");
        node.StandardInput.Close();
        var names = new List<string>();
        while (node.StandardOutput.ReadLine() is { } line) names.Add(JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()!);
        return names;
    }

    private string? FindMissing(string name, string package)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules", package))) return $"npm ci was not run in tests/{name}.";
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

internal sealed class NodeResults(IReadOnlyDictionary<string, string?> said)
{
    /// <summary>Throws with the suite's own words when the case failed, or never ran.</summary>
    public void Check(string name)
    {
        if (said.TryGetValue("the run itself", out var broken)) Assert.Fail(broken);
        Assert.True(said.TryGetValue(name, out var failure), $"'{name}' did not run.");
        Assert.True(failure is null, failure);
    }
}
