using Microsoft.Extensions.Configuration;

namespace MppDigital.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        // The prefix is taken off: DOTNET_ENVIRONMENT is read as ENVIRONMENT.
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().Build();
        return Mpp.RunAsync(args, new Terminal(Console.In, Console.Out, Console.Error, TimeProvider.System, configuration), CancellationToken.None);
    }
}
