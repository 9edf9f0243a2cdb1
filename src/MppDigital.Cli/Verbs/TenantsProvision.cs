using System.CommandLine;

namespace MppDigital.Cli.Verbs;

/// <summary>Makes what is missing: the national, login and job databases, and those of the regencies named. Repeating it changes nothing.</summary>
internal static class TenantsProvision
{
    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var all = new Option<bool>("--all") { Description = "Semua daerah" };
        var regencies = new Option<string[]>("--regency") { Description = "Kode atau subdomain; boleh diulang", DefaultValueFactory = _ => [] };
        var command = new Command("provision", "Membuat basis data") { all, regencies };
        command.Validators.Add(given =>
        {
            if (given.GetValue(all) == given.GetValue(regencies) is { Length: > 0 }) given.AddError("Beri --all atau --regency KODE, salah satu.");
        });
        command.SetAction((parsed, ct) => Provisioning.RunAsync(terminal, parsed.GetValue(all) ? null : parsed.GetRequiredValue(regencies), parsed.GetValue(json), ct));
        return command;
    }
}
