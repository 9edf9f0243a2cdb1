namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>All that stands on an issued document. Texts are Indonesian, ready to print.</summary>
internal sealed record IssuedDocumentContent
{
    /// <summary>For example <c>Pemerintah Kota Bukittinggi</c>.</summary>
    public required string Government { get; init; }

    /// <summary>The office that decided, in full.</summary>
    public required string Agency { get; init; }

    /// <summary>For example <c>Surat Izin Praktik (SIP) Perawat</c>.</summary>
    public required string Title { get; init; }

    public required string Number { get; init; }

    /// <summary>Leads to the name of the holder.</summary>
    public string Opening { get; init; } = "Diberikan kepada";

    public required string Holder { get; init; }

    /// <summary>What is granted, in sentences.</summary>
    public IReadOnlyList<string> Decision { get; init; } = [];

    /// <summary>Particulars of what was granted, in the order to print.</summary>
    public required IReadOnlyList<DocumentRow> Rows { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime IssuedAt { get; init; }

    /// <summary>UTC; null where nobody signs it yet.</summary>
    public DateTime? SignedAt { get; init; }

    /// <summary>Null: no end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Some documents state a fact, and "without end" would say nothing of it.</summary>
    public bool SaysThatItHasNoEnd { get; init; } = true;

    /// <summary>What the holder must keep to.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    public string? Closing { get; init; }

    public required IReadOnlyList<string> LegalBasis { get; init; }

    public required DocumentSeal Seal { get; init; }

    /// <summary>What the QR code holds: the public page that confirms this document.</summary>
    public required Uri VerificationAddress { get; init; }

    /// <summary>The zone of the regency; legal dates are its dates.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>WIB, WITA or WIT.</summary>
    public required string ZoneAbbreviation { get; init; }

    /// <summary>The regency's deep accent, six digits after a hash; dark enough for text on white.</summary>
    public string Accent { get; init; } = "#203469";
}

/// <param name="LabelEn">For the page that is read in English; the paper has none.</param>
internal sealed record DocumentRow(string Label, string Value, string LabelEn = "");

/// <summary>On whose authority the document stands. Closed: it is never both.</summary>
internal abstract record DocumentSeal
{
    private DocumentSeal()
    {
    }

    /// <param name="Role">For example <c>Kepala DPMPTSP Kota Bukittinggi</c>.</param>
    public sealed record SignedBy(string Officer, string Role) : DocumentSeal;

    /// <summary>Granted by law because nobody decided in time; no officer's name may stand on it.</summary>
    /// <param name="Article">The provision that grants it, for example <c>Pasal 53 UU 30/2014</c>.</param>
    public sealed record DeemedApproval(string Article) : DocumentSeal;
}
