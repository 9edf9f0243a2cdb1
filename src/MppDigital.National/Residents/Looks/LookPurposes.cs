namespace MppDigital.National.Residents.Looks;

/// <summary>Why somebody read a person's data. A closed list, so that every page and export has words for each.</summary>
public static class LookPurposes
{
    /// <summary>An officer opened the file to handle it.</summary>
    public const string Review = "review";

    /// <summary>An officer had the whole NIK shown.</summary>
    public const string RevealNik = "reveal-nik";

    /// <summary>An officer opened a paper that came with the file.</summary>
    public const string OpenFile = "open-file";

    /// <summary>The signing official looked at the issued document.</summary>
    public const string ReadDocument = "read-document";

    /// <summary>A form asked a register, so that the person need not write.</summary>
    public const string AskRegister = "ask-register";

    /// <summary>A form was filled in from the vault, under a receipt or a duty by law.</summary>
    public const string Prefill = "prefill";

    /// <summary>Facts from the vault went to the regency with an application.</summary>
    public const string HandOver = "hand-over";

    /// <summary>The admin read what a person wants corrected, to answer it.</summary>
    public const string Correction = "correction";

    public static readonly IReadOnlyList<string> All = [Review, RevealNik, OpenFile, ReadDocument, AskRegister, Prefill, HandOver, Correction];
}
