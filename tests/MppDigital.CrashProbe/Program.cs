using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.CrashProbe;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Payments;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

// probe DATA INSTANT: reads one line, a JSON list ["KILL-AT", "submit", "REQUEST"] or ["KILL-AT", "approve", "NUMBER", "VERSION"] or ["KILL-AT", "callback", "BODY", "SIGNATURE"], and does it on databases
// that another process reads afterwards. Ends with 137 where it was killed, with 0 where it was done before that.
var clock = new FakeClock(DateTimeOffset.Parse(args[1], CultureInfo.InvariantCulture));
using var host = TwoRegencies.Build(args[0], clock);
await host.StartAsync();
await TwoRegencies.ReadRegistryAsync(host);
await using var scope = host.Services.GetRequiredService<IRegencyScopes>().For(TwoRegencies.Bukittinggi);
if (await Console.In.ReadLineAsync() is not { } line) return 0;
var work = JsonSerializer.Deserialize<string[]>(line)!;
new KillSwitch(int.Parse(work[0], CultureInfo.InvariantCulture)).Arm();
var problem = work[1] switch
{
    "submit" => (await Of<SubmitApplication, Receipt>().HandleAsync(JsonSerializer.Deserialize<SubmitApplication>(work[2])!, CancellationToken.None)).Problem,
    "approve" => (await Of<ApproveApplication, OfficerView>().HandleAsync(new ApproveApplication(new DeskRequest(Head(), work[2], long.Parse(work[3], CultureInfo.InvariantCulture))), CancellationToken.None)).Problem,
    "callback" => (await Of<ReceiveCallback, Done>().HandleAsync(new ReceiveCallback(System.Text.Encoding.UTF8.GetBytes(work[2]), work[3]), CancellationToken.None)).Problem,
    _ => throw new InvalidOperationException(work[1]),
};
if (problem is not null) await Console.Error.WriteLineAsync($"{problem.Code} {string.Join(' ', problem.Errors.Keys)}");
return problem is null ? 0 : 1;

IUseCase<TInput, TResult> Of<TInput, TResult>() => scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>();

static StaffMember Head() => new("rina", "rina", [new OfficerSeat(OfficerRole.Head, "")]) { HasFreshFactor = true };
