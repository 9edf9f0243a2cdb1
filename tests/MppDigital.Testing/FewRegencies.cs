using MppDigital.Platform.Tenancy;

namespace MppDigital.Testing;

/// <summary>A registry of four, enough to tell hosts apart.</summary>
public sealed class FewRegencies : ITenantDirectory
{
    public FewRegencies() => All = [Of("13.71", "Kota Padang", "padang"), Of("13.75", "Kota Bukittinggi", "bukittinggi"), Of("31.71", "Kota Administrasi Jakarta Pusat", "jakarta-pusat"), Of("91.03", "Kabupaten Jayapura", "kab-jayapura")];

    public IReadOnlyList<Regency> All { get; }

    public Regency? FindByHost(ReadOnlySpan<char> host)
    {
        foreach (var regency in All)
        {
            if (host.StartsWith(regency.Slug + ".mpp.localhost", StringComparison.OrdinalIgnoreCase)) return regency;
        }

        return null;
    }

    public Regency? Find(RegencyCode code) => All.FirstOrDefault(r => r.Code == code);

    public Regency? FindBySlug(string slug) => All.FirstOrDefault(r => r.Slug == slug);

    private static Regency Of(string code, string name, string slug) => new()
    {
        Code = RegencyCode.Parse(code),
        Name = name,
        Slug = slug,
        ProvinceCode = code[..2],
        Province = "Provinsi",
        Zone = TimeZoneInfo.Utc,
        ZoneAbbreviation = "WIB",
        Stage = RegencyStage.Live,
    };
}
