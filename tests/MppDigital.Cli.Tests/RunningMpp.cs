using System.Text.Json;
using Microsoft.Extensions.Configuration;
using MppDigital.Testing;

namespace MppDigital.Cli.Tests;

/// <summary>One call of the program, with its three streams.</summary>
internal sealed record RunningMpp(int ExitCode, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public IReadOnlyList<JsonElement> JsonLines => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public static Task<RunningMpp> CallAsync(string input, params string[] args) => CallAsync(input, [], args);

    public static async Task<RunningMpp> CallAsync(string input, Dictionary<string, string?> settings, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Mpp.RunAsync(args, new Terminal(new StringReader(input), output, error, new FakeClock(), new ConfigurationBuilder().AddInMemoryCollection(settings).Build()), CancellationToken.None);
        return new RunningMpp(code, output.ToString(), error.ToString());
    }
}
