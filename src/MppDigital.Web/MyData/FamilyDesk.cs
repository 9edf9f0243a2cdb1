using MppDigital.Connectors;
using MppDigital.Connectors.Dukcapil;
using MppDigital.National.Residents;
using MppDigital.National.Residents.Mandates;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.MyData;

/// <summary>Whose parent somebody is, by the civil register and by nothing else: what is asked is the caller's own family card.</summary>
internal sealed class FamilyDesk(DukcapilClient register, IUseCase<RegisterChild, MandateView> registerChild, TimeProvider clock)
{
    private static readonly Problem Away = new(ProblemKind.Unavailable, "register-away", "Dukcapil sedang tidak menjawab. Coba lagi beberapa menit lagi.")
    {
        DetailEn = "The civil register does not answer at the moment. Try again in a few minutes.",
        RetryAfter = TimeSpan.FromMinutes(2),
    };

    /// <summary>Minors of whom this person is father or mother.</summary>
    public async Task<Outcome<IReadOnlyList<ChildOnCard>>> ChildrenAsync(Resident parent, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await register.GetFamilyCardAsync(parent.Nik, ct) switch
        {
            Lookup<FamilyCard>.Found card => card.Data.ChildrenOf(parent.Nik).Where(c => c.BirthDate.AddYears(MandateRules.GrownUpAt) > today).Select(c => new ChildOnCard(c.Nik, c.Name, c.BirthDate)).ToList(),
            Lookup<FamilyCard>.NotFound => new List<ChildOnCard>(),
            _ => Away,
        };
    }

    public async Task<Outcome<MandateView>> RegisterAsync(Resident parent, string nik, CancellationToken ct)
    {
        var children = await ChildrenAsync(parent, ct);
        return children.Succeeded ? await registerChild.HandleAsync(new RegisterChild(parent, children.Value.FirstOrDefault(c => c.Nik == nik)), ct) : children.Problem;
    }
}
