using System.Text.Json;
using Microsoft.Extensions.Configuration;
using MppDigital.Platform.UseCases;

namespace MppDigital.Cli;

/// <summary>What a verb may touch of the process it runs in.</summary>
/// <param name="Configuration">Settings of the deployment, as the web program reads them.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, TimeProvider Clock, IConfiguration Configuration)
{
    /// <summary>The answer as JSON for scripts, or as text for people.</summary>
    public Task WriteAsync<T>(bool json, T answer, Func<string> text) => Out.WriteLineAsync(json ? JsonSerializer.Serialize(answer, CommandJson.Indented) : text());

    public async Task<int> RefuseAsync(Problem problem, bool json)
    {
        if (json) await Out.WriteLineAsync(JsonSerializer.Serialize(new { problem.Code, problem.Detail, problem.Errors }, CommandJson.Indented));
        else await Error.WriteLineAsync(problem.Detail);
        return ExitCode.Refused;
    }
}
