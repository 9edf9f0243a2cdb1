using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Secrets;

namespace MppDigital.Regencies.Feedback.Surveys;

internal sealed class SurveyMapping :
    IEntityTypeConfiguration<SurveyInvitation>, IEntityTypeConfiguration<SurveyPopulation>, IEntityTypeConfiguration<SurveyAnswer>, IEntityTypeConfiguration<ImprovementTask>
{
    private const int LongestCode = 20;

    public void Configure(EntityTypeBuilder<SurveyInvitation> invitation)
    {
        invitation.ToTable("survey_invitations");
        invitation.HasKey(i => i.Lookup);
        invitation.Property(i => i.Lookup).HasMaxLength(FieldCipher.LookupLength);
        invitation.Property(i => i.Service).HasMaxLength(LongestCode);
        invitation.Property(i => i.Agency).HasMaxLength(LongestCode);
        // Two answers with one code at the same moment: the second finds it used and changes nothing.
        invitation.Property(i => i.Used).IsConcurrencyToken();
        invitation.HasIndex(i => i.LastDay);
    }

    public void Configure(EntityTypeBuilder<SurveyPopulation> population)
    {
        population.ToTable("survey_population");
        population.HasKey(p => new { p.Month, p.Service, p.Agency });
        population.Property(p => p.Month).ValueGeneratedNever();
        population.Property(p => p.Service).HasMaxLength(LongestCode);
        population.Property(p => p.Agency).HasMaxLength(LongestCode);
    }

    public void Configure(EntityTypeBuilder<SurveyAnswer> answer)
    {
        answer.ToTable("survey_answers");
        answer.Property(a => a.Id).ValueGeneratedNever();
        answer.Property(a => a.Service).HasMaxLength(LongestCode);
        answer.Property(a => a.Agency).HasMaxLength(LongestCode);
        answer.HasIndex(a => new { a.Month, a.Agency, a.Service });
    }

    public void Configure(EntityTypeBuilder<ImprovementTask> task)
    {
        task.ToTable("improvement_tasks");
        task.Property(t => t.Id).ValueGeneratedNever();
        task.Property(t => t.Period).HasMaxLength(7);
        task.Property(t => t.Mean).HasPrecision(5, 4);
        task.Property(t => t.Owner).HasMaxLength(40);
        task.Property(t => t.Plan).HasMaxLength(ImprovementTask.LongestText);
        task.Property(t => t.Done).HasMaxLength(ImprovementTask.LongestText);
        task.Property(t => t.Version).IsConcurrencyToken();
        // One a quarter, whoever walks twice.
        task.HasIndex(t => t.Period).IsUnique();
    }
}
