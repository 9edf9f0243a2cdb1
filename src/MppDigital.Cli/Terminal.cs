namespace MppDigital.Cli;

/// <summary>What a verb may touch of the process it runs in.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, TimeProvider Clock);
