using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.PersonalData;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Requests;

/// <summary>Everything held about a person: the login's, the nation's, and each regency's, one database after the other. Never on the path of a request.</summary>
public sealed record GatherPersonalData(string Sub);

/// <param name="Data">By part; those of regencies under <c>regencies</c> by code.</param>
public sealed record PersonalCopy(JsonObject Data, CopyFiles Files)
{
    /// <summary>Without personal data.</summary>
    public override string ToString() => "copy";
}

/// <summary>Forgets everything about a person that no law keeps.</summary>
public sealed record ErasePersonalData(string Sub);

internal sealed class GatherPersonalDataHandler(IServiceScopeFactory scopes, IRegencyScopes regencies, ITenantDirectory directory, IDatabaseEngine engine) : IUseCase<GatherPersonalData, PersonalCopy>, IUseCase<ErasePersonalData, Erasure>
{
    public async Task<Outcome<PersonalCopy>> HandleAsync(GatherPersonalData input, CancellationToken ct)
    {
        var (data, files) = (new JsonObject(), new CopyFiles());
        await using (var nation = scopes.CreateAsyncScope())
        {
            foreach (var part in nation.ServiceProvider.GetServices<IPersonalData>()) await AddAsync(data, part, input.Sub, files, ct);
        }

        var (places, away) = (new JsonObject(), new JsonArray());
        foreach (var regency in await ThereAsync(ct))
        {
            var place = new JsonObject();
            try
            {
                await using var scope = regencies.For(regency.Code);
                foreach (var part in scope.ServiceProvider.GetServices<IRegencyPersonalData>()) await AddAsync(place, part, input.Sub, files, ct);
            }
            catch (DbException)
            {
                // One region that is away keeps nobody from the rest; the copy says that it is not whole.
                away.Add((JsonNode)regency.Name);
            }

            if (place.Count == 0) continue;
            place.Insert(0, "name", regency.Name);
            places[regency.Code.Value] = place;
        }

        data["regencies"] = places;
        if (away.Count > 0) data["unreachable"] = away;
        return new PersonalCopy(data, files);
    }

    public async Task<Outcome<Erasure>> HandleAsync(ErasePersonalData input, CancellationToken ct)
    {
        var done = new List<Erasure>();
        await using (var nation = scopes.CreateAsyncScope())
        {
            foreach (var part in nation.ServiceProvider.GetServices<IPersonalData>()) done.Add(await part.EraseAsync(input.Sub, ct));
        }

        // One that is away makes it fail, and it is tried again: nobody is told that everything is gone while something is not.
        foreach (var regency in await ThereAsync(ct))
        {
            await using var scope = regencies.For(regency.Code);
            foreach (var part in scope.ServiceProvider.GetServices<IRegencyPersonalData>()) done.Add(await part.EraseAsync(input.Sub, ct));
        }

        return new Erasure(
            [.. done.SelectMany(d => d.Erased).GroupBy(e => e.What).Select(g => new ErasedData(g.Key, g.Sum(e => e.Count))).Where(e => e.Count > 0)],
            [.. done.SelectMany(d => d.Kept).OrderBy(k => k.Reference, StringComparer.Ordinal)]);
    }

    /// <summary>All of them are asked: a list of where somebody has something could be wrong, and is itself a thing to know about a person.</summary>
    private async Task<IEnumerable<Regency>> ThereAsync(CancellationToken ct)
    {
        var existing = await engine.ListAsync(ct);
        return directory.All.Where(r => existing.Contains(r.Database));
    }

    private static async Task AddAsync(JsonObject into, IPersonalData part, string sub, CopyFiles files, CancellationToken ct)
    {
        if (await part.GatherAsync(sub, files, ct) is { } found) into[part.Part] = found;
    }
}
