namespace MppDigital.Cli;

/// <summary>Scripts rely on these.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    /// <summary>Some of several were done; the output lists which not.</summary>
    public const int PartlyDone = 3;

    public static int Of(int done, int failed) => failed == 0 ? Done : done == 0 ? Refused : PartlyDone;
}
