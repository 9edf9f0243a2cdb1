namespace MppDigital.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args) =>
        Mpp.RunAsync(args, new Terminal(Console.In, Console.Out, Console.Error, TimeProvider.System), CancellationToken.None);
}
