using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Login.Demo;

/// <summary>Who exists in the demo: the same people on every machine, because everything about them follows from the registry.</summary>
internal sealed class DemoRoster(IReadOnlyList<Regency> regencies, DateOnly today)
{
    private const int CitizensAtHome = 20;

    private const int CitizensElsewhere = 160;

    private static readonly string[] FullyStaffed = ["bukittinggi", "padang"];

    public IEnumerable<(SyntheticPerson Person, string Regency)> Citizens()
    {
        foreach (var regency in FullyStaffed.Select(Named))
        {
            for (var position = 0; position < CitizensAtHome; position++) yield return (Person(regency, position), regency.Slug);
        }

        // Spread over the whole country, not only over the first provinces.
        var others = regencies.Where(r => !FullyStaffed.Contains(r.Slug)).ToList();
        for (var n = 0; n < CitizensElsewhere; n++)
        {
            var regency = others[n * others.Count / CitizensElsewhere];
            yield return (Person(regency, n), regency.Slug);
        }
    }

    public IEnumerable<DemoPost> Posts()
    {
        foreach (var regency in FullyStaffed.Select(Named))
        {
            var at = regency.Slug;
            yield return Post(regency, $"admin.{at}", 190, "admin", null);
            yield return Post(regency, $"petugas.dpmptsp.{at}", 191, "officer", "DPMPTSP");
            yield return Post(regency, $"petugas.dinkes.{at}", 192, "officer", "DINKES");
            yield return Post(regency, $"kepala.{at}", 193, "head", null);
            yield return Post(regency, $"loket.{at}", 194, "clerk", "DPMPTSP");
        }

        foreach (var regency in regencies.Where(r => !FullyStaffed.Contains(r.Slug))) yield return Post(regency, $"kepala.{regency.Slug}", 193, "head", null);

        var capital = Named("bukittinggi");
        yield return new("analis.pusat", Person(capital, 195).Name, null, "analyst", null, NeedsCode: true);
        yield return new("katalog1.pusat", Person(capital, 196).Name, null, "catalog-owner", null, NeedsCode: true);
        yield return new("katalog2.pusat", Person(capital, 197).Name, null, "catalog-owner", null, NeedsCode: true);
    }

    private DemoPost Post(Regency regency, string userName, int position, string role, string? agency) =>
        new(userName, Person(regency, position).Name, regency, role, agency, NeedsCode: role is "head" or "admin");

    private Regency Named(string slug) => regencies.First(r => r.Slug == slug);

    private SyntheticPerson Person(Regency regency, int position) =>
        SyntheticPeople.Find(SyntheticPeople.NikOf(regency.Code.Code4, position), today) ?? throw new InvalidOperationException($"No synthetic person {position} in {regency.Code}.");
}

/// <summary>One member of staff.</summary>
/// <param name="NeedsCode">Signs documents, gives roles or sees the whole nation: a second factor is due.</param>
internal sealed record DemoPost(string UserName, string Name, Regency? Regency, string Role, string? Agency, bool NeedsCode)
{
    /// <summary>Follows from the user name, so that a regency can be given its staff before the login has written their accounts.</summary>
    public string Sub { get; } = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes($"demo:{UserName}")))[..22];
}
