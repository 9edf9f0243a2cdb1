using MppDigital.National.Catalog;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Components.Voice;

/// <summary>The agencies that answer for some service, as people know them.</summary>
internal static class AgencyNames
{
    public static IReadOnlyList<(string Code, string Name)> Of(IServiceCatalog catalog) =>
        [.. catalog.Published.Select(s => s.Definition.Agency).DistinctBy(a => a.Code).OrderBy(a => a.Code, StringComparer.Ordinal).Select(a => (a.Code, $"{Language.Pick(a.Name, a.NameEn)} ({a.Code})"))];
}
