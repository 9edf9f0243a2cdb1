using System.Globalization;
using System.Text;
using MppDigital.National.Catalog;
using MppDigital.National.Rollout;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

/// <summary>Tables for everybody, as CSV by RFC 4180 in UTF-8.</summary>
internal static class OpenData
{
    public static IResult Regencies(ITenantDirectory directory) => Csv(
        ["code", "name", "province_code", "province", "slug", "timezone", "latitude", "longitude", "population", "stage"],
        directory.All.Select(r => new object?[] { r.Code.Value, r.Name, r.ProvinceCode, r.Province, r.Slug, r.Zone.Id, r.Latitude, r.Longitude, r.Population, r.Stage.ToString().ToLowerInvariant() }));

    public static IResult Services(IServiceCatalog catalog) => Csv(
        ["code", "version", "name", "name_en", "agency", "mode", "working_days", "fee_idr", "legal_basis"],
        catalog.Published.Select(s => new object?[]
        {
            s.Code, s.Version, s.Definition.NameId, s.Definition.NameEn, s.Definition.Agency.Code, s.Definition.Delivery.Mode, s.Definition.ProcessingTime.CatalogStandardWorkingDays, s.Definition.Fee.AmountIdr,
            string.Join("; ", s.Definition.LegalBasis),
        }));

    public static async Task<IResult> RolloutAsync(IUseCase<GetRolloutCurve, RolloutCurve> get, CancellationToken ct) =>
        (await get.HandleAsync(new GetRolloutCurve(), ct)).ToResult(curve => Csv(
            ["kind", "on", "malls"],
            curve.Announced.Select(p => new object?[] { "announced", p.On, p.Count }).Concat(curve.Planned.Select(p => new object?[] { "planned", p.On, p.Count }))));

    public static async Task<IResult> RolloutRegenciesAsync(IUseCase<ListRolloutRegencies, RolloutRegencies> list, CancellationToken ct) =>
        (await list.HandleAsync(new ListRolloutRegencies(Limit: RolloutBase.Regencies), ct)).ToResult(page => Csv(
            ["code", "name", "province", "stage", "since", "digital_pilot"],
            page.Items.Select(r => new object?[] { r.Code, r.Name, r.Province, r.Stage.ToString().ToLowerInvariant(), r.Since, r.DigitalPilot ? 1 : 0 })));

    private static IResult Csv(string[] head, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', head).Append("\r\n");
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return Results.Text(text.ToString(), "text/csv; charset=utf-8", Encoding.UTF8);
    }

    private static string Cell(object? value)
    {
        var text = value switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
