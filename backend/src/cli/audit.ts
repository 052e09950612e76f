import { Command, InvalidArgumentError } from 'commander'
import { FAULTS } from '../audit/chain'
import { withWorkspace } from './with-desk'

function entryNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It is the number of an entry, from 1.')
  return Number(text)
}

const verify = () =>
  new Command('verify')
    .description(
      'Check the chain of the audit trail; ends with code 1 and the first bad entry where it is broken',
    )
    .option('--from <seq>', 'begin with this entry; those before it were verified', entryNumber, 1)
    .option('--json', 'print JSON', false)
    .action(({ from, json }: { from: number; json: boolean }) =>
      withWorkspace(async ({ services }) => {
        const found = await services.verifier.verify({ from })
        const { to, fault, vouched, unsealed } = found
        if (json) console.log(JSON.stringify(found, null, 2))
        else {
          if (to >= from) console.log(`Entries ${from} to ${to} hold.`)
          if (fault) console.log(`Entry ${fault.seq} does not (${fault.reason}): ${FAULTS[fault.reason]}.`)
          if (fault) console.log(`A signature vouches for the trail up to ${vouched ?? from - 1}.`)
          console.log(`Not sealed yet: ${unsealed}.`)
        }
        if (fault) process.exitCode = 1
      }),
    )

export const auditCommand = () => new Command('audit').description('The audit trail').addCommand(verify())
