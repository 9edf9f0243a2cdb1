namespace MppDigital.Connectors.Oss;

/// <summary>A business as OSS has registered it.</summary>
/// <param name="Nib">13 digits, leading zeros kept; without a check digit.</param>
/// <param name="Representative">NIK of the person who acts for it.</param>
/// <param name="TaxNumber">16 digits; null where OSS tells none.</param>
/// <param name="Active">False while its registration is suspended or after it was revoked.</param>
public sealed record Business(string Nib, string Representative, string Name, string? TaxNumber, bool Active, IReadOnlyList<BusinessActivity> Activities)
{
    public override string ToString() => "business";
}

/// <param name="Kbli">Five digits.</param>
/// <param name="LicenceActive">Whether what this activity needs beyond the NIB is in force; true where it needs nothing.</param>
public sealed record BusinessActivity(string Kbli, RiskLevel Risk, bool LicenceActive);

/// <summary>PP 28/2025: what an activity needs depends on its risk.</summary>
public enum RiskLevel
{
    /// <summary>The NIB alone.</summary>
    Low,

    /// <summary>A standard certificate by own declaration.</summary>
    MediumLow,

    /// <summary>A standard certificate that was verified.</summary>
    MediumHigh,

    /// <summary>A licence.</summary>
    High,
}
