using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Demo;

/// <summary>Who works where in the demo. It follows from the registry alone; whether their accounts exist yet does not matter.</summary>
public sealed record ListDemoStaff;

/// <param name="Regency">Null for the ministry.</param>
/// <param name="Role">As in <see cref="DemoStaff"/>.</param>
public sealed record DemoSeat(string Sub, string Name, Regency? Regency, string Role, string? Agency);

internal sealed class ListDemoStaffHandler(ITenantDirectory regencies, TimeProvider clock) : IUseCase<ListDemoStaff, IReadOnlyList<DemoSeat>>
{
    public Task<Outcome<IReadOnlyList<DemoSeat>>> HandleAsync(ListDemoStaff input, CancellationToken ct)
    {
        var roster = new DemoRoster(regencies.All, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return Task.FromResult<Outcome<IReadOnlyList<DemoSeat>>>(roster.Posts().Select(p => new DemoSeat(p.Sub, p.Name, p.Regency, p.Role, p.Agency)).ToList());
    }
}
