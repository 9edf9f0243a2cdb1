using MppDigital.Connectors.Oss;

namespace MppDigital.Connectors.Facts;

/// <summary>What the answers of OSS mean to a form.</summary>
internal static class OssFacts
{
    /// <summary>Who acts for one business gets its facts; who acts for several chooses among them, and the form asks the rest.</summary>
    public static FactSet Of(IReadOnlyList<Business> businesses)
    {
        // A registration that is suspended or revoked is known, but nobody may build on it.
        var active = businesses.Where(b => b.Active).ToList();
        var facts = new FactSet().Requiring(FactSources.OssNib, active.Count > 0).Requiring(FactSources.BusinessNib, active.Count > 0);
        if (active is not [var only])
        {
            return facts
                .Offering(FactSources.BusinessNib, "nib", [.. active.Select(b => new FactChoice(b.Nib, b.Nib, b.Name))])
                .Offering(FactSources.BusinessName, "nama_usaha", [.. active.Select(b => new FactChoice(b.Name, b.Name, b.Nib))]);
        }

        facts.With(FactSources.OssNib, only.Nib).With(FactSources.BusinessNib, only.Nib).With(FactSources.BusinessName, only.Name).With(FactSources.BusinessActivities, only.Activities.Select(a => a.Kbli));
        if (only.TaxNumber is { } tax) facts.With(FactSources.BusinessTaxNumber, tax);
        // What a business needs is decided by the riskiest thing it does.
        if (only.Activities.Count > 0) facts.With(FactSources.BusinessRisk, WordOf(only.Activities.Max(a => a.Risk)));
        return facts;
    }

    private static string WordOf(RiskLevel risk) => OssWords.Risks.First(w => w.Value == risk).Key;
}
