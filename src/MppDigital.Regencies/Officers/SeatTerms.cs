using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;

namespace MppDigital.Regencies.Officers;

/// <summary>Who sits where, and how long.</summary>
/// <param name="Agency">Code as in the catalog; empty for a role of the whole regency.</param>
/// <param name="From">First day; null from now on.</param>
/// <param name="Until">Last day; null without an end.</param>
/// <param name="SubstituteFor">Seat for which this person stands in; null for a place of their own.</param>
public sealed record SeatTerms(string Name, OfficerRole Role, string Agency, DateOnly? From = null, DateOnly? Until = null, Guid? SubstituteFor = null);

/// <summary>What must be true of a seat before anybody is asked to take it. Pointers are those of the invitation's fields.</summary>
internal static class SeatRules
{
    private const int LongestName = 120;

    public static Dictionary<string, string[]> FaultsOf(SeatTerms terms, DateOnly today, IServiceCatalog catalog)
    {
        var faults = new Dictionary<string, string[]>();
        if (terms.Name.Length is < 2 or > LongestName || !UnicodeText.IsPlain(terms.Name)) faults["/name"] = [StaffTexts.Name];
        if (AgencyFault(terms, catalog) is { } agency) faults["/agency"] = [agency];
        if (terms.Until < today) faults["/until"] = [StaffTexts.UntilPast];
        else if (terms.Until < terms.From) faults["/until"] = [StaffTexts.UntilBeforeFrom];
        else if (terms is { SubstituteFor: not null, Until: null }) faults["/until"] = [StaffTexts.SubstituteEnds];
        return faults;
    }

    /// <summary>Every agency that has a step in some service.</summary>
    public static IReadOnlyList<string> Agencies(IServiceCatalog catalog) =>
        [.. catalog.Published.SelectMany(s => s.Definition.Workflow.Select(w => w.Agency).Append(s.Definition.Agency.Code)).Where(a => a.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    private static string? AgencyFault(SeatTerms terms, IServiceCatalog catalog) => terms switch
    {
        { Role: OfficerRole.Admin, Agency.Length: > 0 } => StaffTexts.AgencyOfAdmin,
        { Role: OfficerRole.Officer or OfficerRole.Clerk, Agency.Length: 0 } => StaffTexts.AgencyMissing,
        { Agency.Length: > 0 } when !Agencies(catalog).Contains(terms.Agency) => StaffTexts.AgencyUnknown,
        _ => null,
    };
}
